package dev.callbook.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some users by name. @param next where the next page begins; null on the last
public record UserPage(List<User> users, UserQuery.@Nullable Key next) {}
