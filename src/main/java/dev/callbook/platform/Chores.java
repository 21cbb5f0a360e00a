package dev.callbook.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/// Does the [Chore]s of all features, each on one node at a time. The database keeps the timetable:
/// a restart neither forgets a chore nor does it early.
@ApplicationScoped
public class Chores {
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final Clock clock;

  Chores(DataSource pool, @All List<Chore> chores, Clock clock) {
    this.clock = clock;
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

  /// Has a chore done now, by whichever node gets to it, and not only when its turn comes. One that
  /// is being done is left alone.
  ///
  /// @param name the chore's
  public void doNow(String name) {
    if (!isBeingDone(name)) {
      scheduler.reschedule(id(name), clock.instant());
      scheduler.triggerCheckForDueExecutions();
    }
  }

  /// Whether some node is at it, or about to be.
  public boolean isBeingDone(String name) {
    return scheduler
        .getScheduledExecution(id(name))
        .filter(chore -> chore.isPicked() || !chore.getExecutionTime().isAfter(clock.instant()))
        .isPresent();
  }

  private static TaskInstanceId id(String name) {
    return TaskInstanceId.of(name, RecurringTask.INSTANCE);
  }

  void start(@Observes StartupEvent event) {
    scheduler.start();
  }

  void stop(@Observes ShutdownEvent event) {
    scheduler.stop();
  }
}
