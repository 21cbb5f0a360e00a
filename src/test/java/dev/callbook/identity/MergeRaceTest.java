package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several at once want the same contacts: one wins, the others are told, nothing is half done.
@QuarkusTest
class MergeRaceTest extends FeatureTest {
  @Inject Jdbi jdbi;

  private Answer merge(List<String> ids) {
    return directory.asAdmin().post(MergeTest.MERGE, MergeTest.of(ids, ""));
  }

  private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> call : threads.invokeAll(calls)) {
        answers.add(call.get());
      }
      return answers;
    }
  }

  @RepeatedTest(5)
  void of_merges_that_share_a_contact_one_wins() throws Exception {
    directory.admin();
    String shared = directory.contact("Ana Ruiz").add();
    List<String> others =
        Stream.of("Ana R", "Anna Ruiz", "A Ruiz", "Ana Maria")
            .map(name -> directory.contact(name).add())
            .toList();

    List<Answer> answers =
        atOnce(
            others.stream()
                .<Callable<Answer>>map(other -> () -> merge(List.of(shared, other)))
                .toList());

    List<Answer> won = answers.stream().filter(a -> a.status() == 200).toList();
    assertEquals(1, won.size(), answers::toString);
    answers.stream()
        .filter(a -> a.status() != 200)
        .forEach(a -> a.refuses(409, "general.conflict", "id", "merged"));
    assertEquals(4, directory.asAdmin().get(CONTACTS).answers(200).each("/entities", "/id").size());
    assertEquals(2, won.getFirst().at("/mergedFrom").size());
  }

  @RepeatedTest(5)
  void of_a_merge_and_a_removal_one_wins() throws Exception {
    directory.admin();
    String ana = directory.contact("Ana Ruiz").add();
    String anna = directory.contact("Anna Ruiz").add();

    List<Answer> answers =
        atOnce(
            List.of(
                () -> merge(List.of(ana, anna)),
                () -> directory.asAdmin().delete(CONTACTS + "/{}", ana)));

    List<Integer> statuses = answers.stream().map(Answer::status).toList();
    assertTrue(
        List.of(List.of(200, 409), List.of(404, 200)).contains(statuses), statuses::toString);
  }

  /// Whoever waits for a lock must not go on with the numbers as they were before.
  @Test
  @Timeout(60)
  void a_refusal_of_sms_that_is_just_being_saved_is_not_overlooked() throws Exception {
    directory.admin();
    String number = "{\"display\": \"+34611234567\", \"acceptsSMS\": true}";
    String ana = directory.contact("Ana Ruiz").with("cellPhone", number).add();
    String anna = directory.contact("Anna Ruiz").add();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> merged =
          jdbi.inTransaction(db -> {
            db.createUpdate("update contact set version = version where id = cast(:id as uuid)")
                .bind("id", ana)
                .execute();
            Future<Answer> merging = threads.submit(() -> merge(List.of(ana, anna)));
            awaitWaiting();
            db.createUpdate(
                    "update contact_phone set accepts_sms = false where contact_id = cast(:id as uuid)")
                .bind("id", ana)
                .execute();
            return merging;
          });
      merged.get().answers(200).holds("/cellPhone/acceptsSMS", "false");
    }
  }

  /// Until somebody waits for a row of `contact` that another transaction holds. Asked on a
  /// connection of its own: within a transaction the answer stays the first one.
  private void awaitWaiting() {
    try (Handle other = jdbi.open()) {
      while (other
              .createQuery(
                  """
                  select count(*)
                    from pg_stat_activity
                   where wait_event_type = 'Lock' and query like '%from contact c%'
                  """)
              .mapTo(Integer.class)
              .one()
          == 0) {
        Thread.onSpinWait();
      }
    }
  }
}
