package dev.callbook.note;

import java.util.List;

/// A part of a record's notes. @param counted how many there are, counted no further than 1,001
public record NotePage(List<Note> notes, int counted) {}
