package dev.callbook.relationship;

import java.util.List;

/// A part of an organization's relationships. @param counted how many there are, counted no further
/// than 1,001
public record RelationshipPage(List<Relationship> relationships, int counted) {}
