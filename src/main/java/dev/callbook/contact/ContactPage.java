package dev.callbook.contact;

import java.util.List;

/// A part of the list.
///
/// @param contacts in the order asked for
/// @param counted how many there are, counted no further than 1,001
/// @param hasMore whether rows follow
public record ContactPage(List<Contact> contacts, int counted, boolean hasMore) {}
