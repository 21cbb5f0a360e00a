package dev.callbook.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of the embedded database, held by one process at a time.
///
/// The operating system ends the hold with the process, however the process ends.
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "callbook.lock";
  private static final String UNFINISHED = ".unfinished-";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Fills a new, empty folder.
  @FunctionalInterface
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  /// Makes the folder if it is absent, takes hold of it, and removes what killed processes left
  /// half made.
  ///
  /// @throws CannotStart if another process holds the folder, or it cannot be written to
  static DataFolder open(Path folder) {
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      DataFolder data = new DataFolder(path, hold(path));
      data.removeUnfinished();
      return data;
    } catch (IOException e) {
      throw CannotStart.because(
          "cannot use the data folder %s (%s); set CALLBOOK_DATA to a folder that can be written to"
              .formatted(folder.toAbsolutePath().normalize(), reason(e)));
    }
  }

  Path path() {
    return path;
  }

  /// Makes a folder whole or not at all: filled under a passing name, it takes its own when it is
  /// complete.
  Path make(String name, Filling filling) throws IOException {
    Path unfinished = path.resolve(name + UNFINISHED + UUID.randomUUID());
    Path finished = path.resolve(name);
    filling.fill(Files.createDirectory(unfinished));
    Files.move(unfinished, finished);
    // A new name outlives a power failure only once the folder it stands in is on disk.
    try (FileChannel parent = FileChannel.open(path, StandardOpenOption.READ)) {
      parent.force(true);
    }
    return finished;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e -> "no permission for " + e.getFile();
      case FileAlreadyExistsException e -> e.getFile() + " is not a folder";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> failure.toString();
    };
  }

  private static FileChannel hold(Path path) throws IOException {
    Path file = path.resolve(LOCK);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw CannotStart.because(
          "another Callbook (process %s) is using the data folder %s"
              .formatted(Files.readString(file).strip(), path));
    }
    byte[] holder = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0).write(ByteBuffer.wrap(holder));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /// A child of a killed process may still be writing for a moment; what is left then goes at the
  /// next start.
  private void removeUnfinished() throws IOException {
    List<Path> unfinished;
    try (Stream<Path> entries = Files.list(path)) {
      unfinished = entries.filter(p -> p.getFileName().toString().contains(UNFINISHED)).toList();
    }
    for (Path folder : unfinished) {
      Files.walkFileTree(folder, new Removal());
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return remove(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return remove(folder);
    }

    private static FileVisitResult remove(Path path) {
      path.toFile().delete();
      return FileVisitResult.CONTINUE;
    }
  }
}
