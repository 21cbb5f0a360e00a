package dev.callbook.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/// Does the [Chore]s of all features, each on one node at a time. The database keeps the timetable:
/// a restart neither forgets a chore nor does it early.
@ApplicationScoped
class Chores {
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Scheduler scheduler;

  Chores(DataSource pool, @All List<Chore> chores) {
    scheduler =
        Scheduler.create(pool)
            .startTasks(chores.stream().map(Chores::task).toList())
            .threads(1)
            .pollingInterval(LOOK)
            .shutdownMaxWait(FAREWELL)
            .build();
  }

  private static RecurringTask<Void> task(Chore chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
        .execute((_, _) -> chore.work().run());
  }

  void start(@Observes StartupEvent event) {
    scheduler.start();
  }

  void stop(@Observes ShutdownEvent event) {
    scheduler.stop();
  }
}
