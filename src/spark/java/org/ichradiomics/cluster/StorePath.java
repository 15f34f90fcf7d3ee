package org.ichradiomics.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * A path in a file system of Hadoop. Its names are those of a path of this machine, which does what paths do by
 * themselves.
 *
 * @param names what stands behind the authority, with the separator of this machine
 */
record StorePath(StoreSystem home, Path names) implements Path {

    private static Path names(Path other) {
        return other instanceof StorePath store ? store.names : other;
    }

    private StorePath with(Path other) {
        return other == null ? null : new StorePath(home, other);
    }

    org.apache.hadoop.fs.Path hadoop() {
        return new org.apache.hadoop.fs.Path(home.root() + text());
    }

    private String text() {
        return names.toString().replace('\\', '/');
    }

    @Override
    public FileSystem getFileSystem() {
        return home;
    }

    @Override
    public boolean isAbsolute() {
        return text().startsWith("/");
    }

    @Override
    public Path getRoot() {
        return isAbsolute() ? home.getPath("/") : null;
    }

    @Override
    public Path getFileName() {
        return with(names.getFileName());
    }

    @Override
    public Path getParent() {
        return with(names.getParent());
    }

    @Override
    public int getNameCount() {
        return names.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return with(names.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return with(names.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof StorePath store && store.home == home && names.startsWith(store.names);
    }

    @Override
    public boolean endsWith(Path other) {
        return names.endsWith(names(other));
    }

    @Override
    public Path normalize() {
        return with(names.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return other.isAbsolute() ? other : with(names.resolve(names(other)));
    }

    @Override
    public Path relativize(Path other) {
        return with(names.relativize(names(other)));
    }

    @Override
    public URI toUri() {
        return ((StorePath) toAbsolutePath()).hadoop().toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return isAbsolute() ? this : home.getPath("/").resolve(this);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        Path real = toAbsolutePath().normalize();
        Files.readAttributes(real, "size");
        return real;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return names.compareTo(names(other));
    }

    @Override
    public String toString() {
        return isAbsolute() ? home.root() + text() : text();
    }
}
