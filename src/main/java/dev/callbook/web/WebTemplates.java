package dev.callbook.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// The pages that belong to no feature.
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public final class WebTemplates {
  private WebTemplates() {}

  /// The form that asks for e-mail and password.
  public static native TemplateInstance signIn(SignInView view);

  /// A page that leads on to another by itself, even to one of another site.
  public static native TemplateInstance onward(String url);

  /// A page that says why there is none; it needs nobody signed in.
  ///
  /// @param reasons what exactly was refused, in sentences; empty where the kind of failure says
  ///   all
  /// @param contextId what to tell whoever runs this Callbook; it names the log entry
  public static native TemplateInstance error(
      Failure failure, List<String> reasons, String contextId);
}
