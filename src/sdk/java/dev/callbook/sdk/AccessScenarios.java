package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.User;
import java.util.List;

final class AccessScenarios {
  private AccessScenarios() {}

  @Scenario(needs = {"getTokensMe", "headTokensMe"})
  static void a_token_is_verified(Sdk sdk) throws Exception {
    sdk.tokens().headTokensMe();

    holds(sdk.tokens().getTokensMe(false).getOrganization() != null, "no organization");
  }

  @Scenario(needs = "getUser")
  static void a_colleague_is_read_by_id(Sdk sdk) throws Exception {
    String id = sdk.user().getId();
    User user = sdk.users().getUser(id, List.of("authorization"), null, "active");

    equal(id, user.getId());
    equal(User.StateEnum.ACTIVE, user.getState());
    holds(!user.getAuthorization().getRoles().isEmpty(), "no roles");
  }

  @Scenario(needs = "getUsersMe")
  static void a_program_is_no_user(Sdk sdk) throws Exception {
    refused(400, () -> sdk.users().getUsersMe(List.of(), null));
  }
}
