package dev.callbook.note;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.directory.Sort;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Patch;
import dev.callbook.wire.PatchJson;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the two note resources, of contacts and of organizations, have in common.
@ApplicationScoped
class NoteAnswers {
  private static final Set<String> EXPAND_ONE = Set.of("author", "externalDataSources", "division");
  private static final Set<String> EXPAND_MANY =
      Set.of("author", "externalDataSources", "division", "mergeset");

  private final Notes notes;
  private final PatchJson patches;

  NoteAnswers(Notes notes, PatchJson patches) {
    this.notes = notes;
    this.patches = patches;
  }

  /// A page of a record's notes as the wire asks for it.
  record Request(
      @Nullable String pageSize,
      @Nullable String pageNumber,
      @Nullable String sortOrder,
      @Nullable List<String> expand) {}

  NoteJson get(Scope scope, NoteSubject subject, String id, @Nullable List<String> expand) {
    Set<String> expanded = Parse.expand(expand, EXPAND_ONE);
    return NoteJson.of(scope, notes.get(scope, subject, Parse.id("noteId", id)), expanded);
  }

  Listing<NoteJson> list(Scope scope, NoteSubject subject, String path, Request request) {
    PageRequest page = PageRequest.of(request.pageSize(), request.pageNumber());
    Optional<Sort<String>> sort =
        Sort.parse(request.sortOrder(), Map.of("createDate", "createDate"));
    Set<String> expanded = Parse.expand(request.expand(), EXPAND_MANY);
    boolean oldestFirst = sort.isPresent() && !sort.get().descending();
    NotePage found =
        notes.of(
            scope, subject, expanded.contains("mergeset"), oldestFirst, page.offset(), page.size());
    Link link =
        Link.to(path)
            .with("sortOrder", sort.map(Sort::text).orElse(null))
            .with("expand", String.join(",", expanded));
    return Listing.of(
        found.notes().stream().map(note -> NoteJson.of(scope, note, expanded)).toList(),
        page,
        found.counted(),
        link);
  }

  NoteJson add(Scope scope, NoteSubject subject, @Nullable NoteJson sent) {
    return NoteJson.of(scope, notes.add(scope, subject, present(sent).noteText()), Set.of());
  }

  NoteJson replace(Scope scope, NoteSubject subject, String id, @Nullable NoteJson sent) {
    UUID note = Parse.id("noteId", id);
    return NoteJson.of(
        scope, notes.correct(scope, subject, note, present(sent).noteText()), Set.of());
  }

  NoteJson patch(Scope scope, NoteSubject subject, String id, @Nullable Patch sent) {
    UUID note = Parse.id("noteId", id);
    ObjectNode json = patches.tree(NoteJson.of(scope, notes.get(scope, subject, note), Set.of()));
    patches.present(sent).applyTo(json);
    NoteJson patched = patches.read(json, NoteJson.class);
    return NoteJson.of(scope, notes.correct(scope, subject, note, patched.noteText()), Set.of());
  }

  Map<String, Object> remove(Scope scope, NoteSubject subject, String id) {
    notes.remove(scope, subject, Parse.id("noteId", id));
    return Map.of();
  }

  private static NoteJson present(@Nullable NoteJson sent) {
    if (sent == null) {
      throw new Invalid("body", "required", "A note is needed as the request's body.");
    }
    return sent;
  }
}
