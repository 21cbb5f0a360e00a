package dev.callbook.platform;

import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/// Binds what nearly every statement has: ids, sets of ids, texts and whole numbers. Jdbi can do it
/// too, after asking some twenty factories anew for each statement: a twentieth of a look-up.
final class CommonArguments implements ArgumentFactory.Preparable {
  private static final Map<Type, Function<Object, Argument>> KNOWN =
      Map.of(
          UUID.class, CommonArguments::id,
          UUID[].class, CommonArguments::ids,
          String.class, CommonArguments::text,
          Integer.class, CommonArguments::number);

  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    return Optional.ofNullable(KNOWN.get(type));
  }

  private static Argument id(@Nullable Object id) {
    return (position, statement, _) -> statement.setObject(position, id, Types.OTHER);
  }

  private static Argument ids(@Nullable Object ids) {
    return (position, statement, _) ->
        statement.setArray(
            position,
            ids == null ? null : statement.getConnection().createArrayOf("uuid", (UUID[]) ids));
  }

  private static Argument text(@Nullable Object text) {
    return (position, statement, _) -> statement.setString(position, (String) text);
  }

  private static Argument number(@Nullable Object number) {
    return (position, statement, _) -> statement.setObject(position, number, Types.INTEGER);
  }
}
