package dev.callbook.home;

import dev.callbook.access.Access;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.csvimport.Import;
import dev.callbook.csvimport.Imports;
import dev.callbook.export.Export;
import dev.callbook.export.Exports;
import dev.callbook.home.HomeView.Job;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest imports and exports that somebody may see.
@ApplicationScoped
class HomeJobs {
  private static final int JOBS = 5;

  private final Imports imports;
  private final Exports exports;
  private final Words words;

  HomeJobs(Imports imports, Exports exports, Words words) {
    this.imports = imports;
    this.exports = exports;
    this.words = words;
  }

  /// Running ones first. @return null for who may see neither imports nor exports
  @Nullable List<Job> latest(Access viewer) {
    if (!viewer.may(Permission.IMPORT_VIEW) && !viewer.may(Permission.EXPORT_VIEW)) {
      return null;
    }
    List<Job> jobs = new ArrayList<>();
    if (viewer.may(Permission.IMPORT_VIEW)) {
      imports.list(viewer.scope(Permission.IMPORT_VIEW, Origin.PAGE), null, JOBS).stream()
          .map(this::job)
          .forEach(jobs::add);
    }
    exports.latest(viewer, JOBS).stream().map(this::job).forEach(jobs::add);
    return jobs.stream()
        .sorted(
            Comparator.comparing((Job job) -> !job.tone().equals(RUNNING))
                .thenComparing(Job::at, Comparator.reverseOrder()))
        .limit(JOBS)
        .toList();
  }

  private static final String RUNNING = "accent";

  private Job job(Import it) {
    HomeMessages say = words.of(HomeMessages.class);
    String state =
        it.isPaused()
            ? say.paused()
            : switch (it.state()) {
              case UPLOADED -> say.uploaded();
              case CHECKING -> say.checking();
              case CHECKED -> say.checked();
              case RUNNING -> say.running();
              case DONE -> say.done();
              case FAILED -> say.failed();
              case CANCELLED -> say.cancelled();
            };
    String tone =
        it.isPaused()
            ? "warn"
            : switch (it.state()) {
              case CHECKING, RUNNING -> RUNNING;
              case DONE -> "ok";
              case FAILED -> "bad";
              case CANCELLED, CHECKED -> "warn";
              case UPLOADED -> "";
            };
    boolean isMeasured = it.state().isWorking() && it.progress().total() > 0;
    return new Job(
        "file-import",
        it.fileName(),
        "/imports/" + it.id(),
        state,
        tone,
        isMeasured ? it.progress().percent() : null,
        say.rows(grouped(it.state().isWorking() ? it.plan().rows() : it.applied().rows())),
        it.times().createdAt());
  }

  private Job job(Export it) {
    HomeMessages say = words.of(HomeMessages.class);
    String name =
        switch (it.kind()) {
          case CONTACTS -> say.exportOfContacts();
          case ORGANIZATIONS -> say.exportOfOrganizations();
          case NOTES -> say.exportOfNotes();
          case RELATIONSHIPS -> say.exportOfRelationships();
        };
    return new Job(
        "file-export",
        name,
        null,
        switch (it.state()) {
          case RUNNING -> say.running();
          case SUCCEEDED -> say.done();
          case FAILED -> say.failed();
        },
        switch (it.state()) {
          case RUNNING -> RUNNING;
          case SUCCEEDED -> "ok";
          case FAILED -> "bad";
        },
        null,
        say.rows(grouped(it.rows())),
        it.createdAt());
  }

  private String grouped(long rows) {
    return NumberFormat.getIntegerInstance(words.locale()).format(rows);
  }
}
