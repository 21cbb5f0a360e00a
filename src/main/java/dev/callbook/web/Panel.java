package dev.callbook.web;

/// A part of a page that another feature fills: the browser fetches it once the page stands.
///
/// @param title the heading shown until it arrives
/// @param path answers with the HTML of the part, one `section` element
/// @param allPath the page with everything, for readers without scripts too
public record Panel(String title, String path, String allPath) {}
