package dev.callbook.web;

import io.vertx.core.buffer.Buffer;

/// One file that pages load.
///
/// @param type the media type
/// @param plain the bytes as they are
/// @param gzip the same bytes compressed; equal to `plain` where compressing gains nothing
record Asset(String type, Buffer plain, Buffer gzip) {
  boolean isCompressed() {
    return gzip.length() < plain.length();
  }
}
