package dev.callbook.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;

/// Every operation that this Callbook serves to programs.
@ApplicationScoped
class Endpoints {
  private final BeanManager beans;

  Endpoints(BeanManager beans) {
    this.beans = beans;
  }

  /// By path, then method.
  List<Endpoint> all() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .distinct()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(Endpoint::of)
        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }
}
