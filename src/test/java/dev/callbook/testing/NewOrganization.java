package dev.callbook.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// An external organization under construction; [#add] makes it.
public final class NewOrganization {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Directory directory;
  private final ObjectNode fields = JSON.createObjectNode();

  NewOrganization(Directory directory, String name) {
    this.directory = directory;
    fields.put("name", name);
  }

  /// The division it belongs to; the starred one unless named.
  public NewOrganization in(String division) {
    fields.putObject("division").put("id", directory.division(division).wireId());
    return this;
  }

  /// Any field of the wire. @param json its value
  public NewOrganization with(String field, String json) {
    try {
      fields.set(field, JSON.readTree(json));
      return this;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// What is sent.
  public String json() {
    return fields.toString();
  }

  /// @return its id
  public String add() {
    return directory.asAdmin().post(FeatureTest.ORGANIZATIONS, json()).answers(200).id();
  }
}
