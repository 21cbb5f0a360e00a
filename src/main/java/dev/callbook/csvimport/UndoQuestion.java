package dev.callbook.csvimport;

/// What the undo of an import is, before it is ordered.
///
/// @param path of the undo
/// @param importPath of the import
/// @param obstacle why it cannot be ordered
/// @param retentionDays how long the change log keeps values
record UndoQuestion(
    String path, String importPath, String fileName, Obstacle obstacle, int retentionDays) {

  /// What is in the way of an undo.
  public enum Obstacle {
    NONE,
    /// the import is not over
    UNDER_WAY,
    /// it wrote nothing
    NOTHING,
    /// the log has forgotten what it wrote over
    FORGOTTEN,
    /// the reader lacks permissions
    RIGHTS
  }

  public boolean isPossible() {
    return obstacle == Obstacle.NONE;
  }
}
