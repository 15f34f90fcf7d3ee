package org.ichradiomics.cluster;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

import org.apache.hadoop.fs.FileContext;

/** A file system of Hadoop as Java has them, as far as a batch needs it. */
final class StoreSystem extends FileSystem {

    private final org.apache.hadoop.fs.FileSystem files;
    private final FileContext context;
    private final StoreProvider provider = new StoreProvider(this);

    /** @throws IOException if Hadoop cannot rename in it */
    StoreSystem(org.apache.hadoop.fs.FileSystem files) throws IOException {
        this.files = files;
        this.context = FileContext.getFileContext(files.getUri(), files.getConf());
    }

    org.apache.hadoop.fs.FileSystem files() {
        return files;
    }

    /** Which alone renames onto a file that is there, and says so when it could not. */
    FileContext context() {
        return context;
    }

    /** Scheme and authority, before every absolute path. */
    String root() {
        return files.getUri().toString().replaceFirst("/+$", "");
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Path getPath(String first, String... more) {
        return new StorePath(this, Path.of(first, more));
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
