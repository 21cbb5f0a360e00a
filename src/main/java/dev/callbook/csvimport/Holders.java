package dev.callbook.csvimport;

import dev.callbook.access.Division;
import dev.callbook.contact.ContactLoad;
import dev.callbook.contact.ContactLoad.Holder;
import dev.callbook.contact.ContactLoad.Keys;
import dev.callbook.csvimport.reading.ImportField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Which stored contacts rows may mean: those that hold one of a row's keys.
@ApplicationScoped
class Holders {
  private final ContactLoad load;

  Holders(ContactLoad load) {
    this.load = load;
  }

  /// One read of each index, however many rows; each row is matched within its division.
  ///
  /// @return by row, without those that meet nobody; whom the external id names first, then by the
  ///   order of the other keys, the oldest contact first
  Map<Long, List<Holder>> of(Job job, Collection<RowDraft> drafts) {
    if (!job.settings().has(ImportField.DIVISION)) {
      return of(job, job.division(), drafts);
    }
    Map<Division, List<RowDraft>> byDivision =
        drafts.stream().collect(Collectors.groupingBy(draft -> job.division(draft.division())));
    Map<Long, List<Holder>> byRow = new LinkedHashMap<>();
    byDivision.forEach((division, some) -> byRow.putAll(of(job, division, some)));
    return byRow;
  }

  private Map<Long, List<Holder>> of(Job job, Division division, Collection<RowDraft> drafts) {
    Map<String, List<Holder>> byKey = new HashMap<>();
    for (Holder holder : load.holders(job.scope(), division, keys(job, drafts))) {
      byKey.computeIfAbsent(name(holder.kind(), holder.key()), _ -> new ArrayList<>(1)).add(holder);
    }
    Map<Long, List<Holder>> byRow = new LinkedHashMap<>();
    if (byKey.isEmpty()) {
      return byRow;
    }
    for (RowDraft draft : drafts) {
      List<Holder> found =
          names(job, draft).stream()
              .flatMap(name -> byKey.getOrDefault(name, List.of()).stream())
              .filter(holder -> mayBe(draft, holder))
              .toList();
      if (!found.isEmpty()) {
        byRow.put(draft.row(), found);
      }
    }
    return byRow;
  }

  private static Keys keys(Job job, Collection<RowDraft> drafts) {
    boolean byEmail = job.settings().matchOn().contains(MatchKey.EMAIL);
    boolean byPhone = job.settings().matchOn().contains(MatchKey.PHONE);
    return new Keys(
        job.settings().source(),
        drafts.stream().map(RowDraft::externalId).filter(Objects::nonNull).distinct().toList(),
        byEmail
            ? drafts.stream().flatMap(d -> d.emailKeys().stream()).distinct().toList()
            : List.of(),
        byPhone
            ? drafts.stream().flatMap(d -> d.phoneKeys().stream()).distinct().toList()
            : List.of());
  }

  private static List<String> names(Job job, RowDraft draft) {
    List<String> names = new ArrayList<>();
    String externalId = draft.externalId();
    if (externalId != null) {
      names.add(name("external", externalId));
    }
    for (MatchKey key : job.settings().matchOn()) {
      List<String> keys =
          switch (key) {
            case EMAIL -> draft.emailKeys();
            case PHONE -> draft.phoneKeys();
            case WEBSITE -> List.of();
          };
      keys.forEach(one -> names.add(name(key.word(), one)));
    }
    return names;
  }

  private static String name(String kind, String key) {
    return kind + " " + key;
  }

  /// Whom the same source calls otherwise is somebody else.
  private static boolean mayBe(RowDraft draft, Holder holder) {
    return draft.externalId() == null
        || holder.externalIds().stream().allMatch(id -> id.equals(draft.externalId()));
  }
}
