/// The page shell: layout, navigation, sign-in and error pages, the shared building blocks of
/// templates (`templates/web`, `templates/tags`) and the files every page loads. Knows no feature;
/// every `*Pages` class may use it, and it uses no package of ours.
@NullMarked
package dev.callbook.web;

import org.jspecify.annotations.NullMarked;
