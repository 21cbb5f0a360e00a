package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Uploads on the wire.
final class CsvUploadJson {
  private CsvUploadJson() {}

  /// Source: model `CsvUploadRequest`.
  public record RequestJson(@Nullable String fileName, @Nullable Long fileSize) {}

  /// Source: model `CsvUploadResponse`. @param uploadUrl good for an hour, with `PUT`
  public record ResponseJson(String uploadId, String uploadUrl, List<HeaderJson> uploadHeaders) {}

  /// Source: model `Header`.
  public record HeaderJson(String name, String value) {}

  /// Source: model `CsvUploadDetailsResponse`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DetailsJson(String uploadId, String fileName, ValidationJson validationResult) {}

  /// Source: model `ValidationResult`.
  public record ValidationJson(
      boolean separatorValid, boolean fileEncodingValid, List<ErrorJson> errors) {}

  /// Source: model `ValidationError`.
  public record ErrorJson(long lineNumber, String message) {}

  /// Source: model `CsvUploadPreviewResponse`.
  public record PreviewJson(String uploadId, List<String> headers, List<List<String>> entries) {}
}
