package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactWriter;
import dev.callbook.identity.EnrichAnswers.Answer;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the two resources that enrich contacts have in common.
@ApplicationScoped
class ContactEnrichAnswers {
  private final ContactEnrichReader reader;
  private final ContactEnrichment enrichment;
  private final EnrichAnswers answers;
  private final ContactWriter writer;
  private final Caller caller;

  ContactEnrichAnswers(
      ContactEnrichReader reader,
      ContactEnrichment enrichment,
      EnrichAnswers answers,
      ContactWriter writer,
      Caller caller) {
    this.reader = reader;
    this.enrichment = enrichment;
    this.answers = answers;
    this.writer = writer;
    this.caller = caller;
  }

  Answer one(EnrichJson.ContactRequest sent, boolean dryRun) {
    Scope scope = caller.scope();
    ContactWish wish = reader.read(scope, sent, caller.access().region());
    Enriched<Contact> done = EnrichAnswers.settled(() -> enrichment.write(scope, wish, dryRun));
    return answers.of(done, writer.write(scope, done.record(), Set.of()), dryRun);
  }

  Response<Object> several(Bulk.@Nullable Request<EnrichJson.ContactRequest> body, boolean dryRun) {
    return EnrichAnswers.each(body, EnrichJson.ContactRequest::id, sent -> one(sent, dryRun));
  }
}
