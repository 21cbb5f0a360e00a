package dev.callbook.contact;

import dev.callbook.directory.PhoneNumber;

/// One of a contact's phone numbers. @param label `work`, `cell`, `home`, `other`, or any other
/// word
public record ContactPhone(String label, PhoneNumber number) {}
