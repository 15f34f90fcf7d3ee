package org.ichradiomics.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.security.AccessControlException;

/** What {@link java.nio.file.Files} does, done by Hadoop. Files are written as a whole; none is locked or added to. */
final class StoreProvider extends FileSystemProvider {

    private final StoreSystem system;

    StoreProvider(StoreSystem system) {
        this.system = system;
    }

    /** Something that Hadoop does to a path. */
    private interface Deed<T> {
        T with(org.apache.hadoop.fs.Path path) throws IOException;
    }

    /** Java's names for what can go wrong. */
    private static <T> T done(Path path, Deed<T> deed) throws IOException {
        try {
            return deed.with(hadoop(path));
        } catch (FileNotFoundException e) {
            throw new NoSuchFileException(path.toString());
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(path.toString());
        } catch (AccessControlException e) {
            throw new AccessDeniedException(path.toString());
        }
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return ((StorePath) path.toAbsolutePath()).hadoop();
    }

    @Override
    public String getScheme() {
        return system.files().getUri().getScheme();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return system.getPath(uri.getPath());
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return done(path, system.files()::open);
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        List<OpenOption> how = Arrays.asList(options);
        if (how.contains(StandardOpenOption.APPEND)) throw new UnsupportedOperationException();
        return done(path, file -> system.files().create(file, !how.contains(StandardOpenOption.CREATE_NEW)));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.contains(StandardOpenOption.WRITE))
            return new WrittenChannel(newOutputStream(path, options.toArray(OpenOption[]::new)));
        return done(
                path,
                file -> new CopiedChannel(
                        system.files().open(file),
                        system.files().getFileStatus(file).getLen()));
    }

    /** @throws IOException always: whoever wants to lock a file then learns that it cannot be */
    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        throw new IOException("no file is locked here");
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        for (FileStatus entry : done(folder, system.files()::listStatus)) {
            Path path = folder.resolve(entry.getPath().getName());
            if (filter == null || filter.accept(path)) entries.add(path);
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {
                // All is read.
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        boolean isMade = done(folder, path -> {
            if (system.files().exists(path)) throw new FileAlreadyExistsException(folder.toString());
            return system.files().mkdirs(path);
        });
        if (!isMade) throw new IOException("not made");
    }

    @Override
    public void delete(Path path) throws IOException {
        boolean isDeleted = done(path, file -> {
            FileStatus status = system.files().getFileStatus(file);
            if (status.isDirectory() && system.files().listStatus(file).length > 0)
                throw new DirectoryNotEmptyException(path.toString());
            return system.files().delete(file, false);
        });
        if (!isDeleted) throw new NoSuchFileException(path.toString());
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        boolean replaces = Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
        done(to, file -> {
            system.context().rename(hadoop(from), file, replaces ? Options.Rename.OVERWRITE : Options.Rename.NONE);
            return null;
        });
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        done(path, file -> {
            if (Arrays.asList(modes).contains(AccessMode.WRITE)) system.files().access(file, FsAction.WRITE);
            else system.files().getFileStatus(file);
            return null;
        });
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return type.cast(new StoreAttributes(done(path, system.files()::getFileStatus)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Map.of("size", readAttributes(path, BasicFileAttributes.class).size());
    }

    @Override
    public boolean isSameFile(Path path, Path other) {
        return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }
}
