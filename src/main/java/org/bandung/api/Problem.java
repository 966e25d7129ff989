package org.bandung.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was not answered (RFC 9457).
///
/// @param type a stable address that resolves to a page about this kind of problem
/// @param title fixed wording in the reader's language
/// @param detail about this occurrence
/// @param instance the id of this request, for whoever looks it up
/// @param errors one row per faulty parameter
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String instance,
    @Nullable List<ParameterFault> errors) {

  /// What is wrong with one parameter.
  record ParameterFault(String parameter, String detail) {}
}
