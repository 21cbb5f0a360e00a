package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Scope;
import dev.callbook.identity.EnrichAnswers.Answer;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the two resources that enrich organizations have in common.
@ApplicationScoped
class OrganizationEnrichAnswers {
  private final OrganizationEnrichReader reader;
  private final OrganizationEnrichment enrichment;
  private final EnrichAnswers answers;
  private final Caller caller;

  OrganizationEnrichAnswers(
      OrganizationEnrichReader reader,
      OrganizationEnrichment enrichment,
      EnrichAnswers answers,
      Caller caller) {
    this.reader = reader;
    this.enrichment = enrichment;
    this.answers = answers;
    this.caller = caller;
  }

  Answer one(EnrichJson.OrganizationRequest sent, boolean dryRun) {
    Scope scope = caller.scope();
    OrganizationWish wish = reader.read(scope, sent, caller.access().region());
    Enriched<Organization> done =
        EnrichAnswers.settled(() -> enrichment.write(scope, wish, dryRun));
    return answers.of(done, OrganizationJson.of(scope, done.record(), Set.of()), dryRun);
  }

  Response<Object> several(
      Bulk.@Nullable Request<EnrichJson.OrganizationRequest> body, boolean dryRun) {
    return EnrichAnswers.each(body, EnrichJson.OrganizationRequest::id, sent -> one(sent, dryRun));
  }
}
