package dev.callbook.directory;

/// What an organization of ours chose for its directory.
///
/// @param picksContactDivision whether people choose the division of each contact they create, and
///   find none chosen for them
/// @param picksInteractionDivision the same of interactions; kept and told only, since interactions
///   belong to no division
public record DirectorySettings(boolean picksContactDivision, boolean picksInteractionDivision) {
  static final DirectorySettings DEFAULT = new DirectorySettings(false, false);
}
