package dev.callbook.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A contact under construction; [#add] makes it.
public final class NewContact {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Directory directory;
  private final ObjectNode fields = JSON.createObjectNode();

  NewContact(Directory directory, String name) {
    this.directory = directory;
    int gap = name.lastIndexOf(' ');
    fields.put("firstName", name.substring(0, gap));
    fields.put("lastName", name.substring(gap + 1));
    directory.mind(name);
    directory.mind(name.substring(gap + 1));
  }

  /// The division it belongs to; the starred one unless named.
  public NewContact in(String division) {
    fields.putObject("division").put("id", directory.division(division).wireId());
    return this;
  }

  public NewContact workPhone(String number) {
    return phone("workPhone", number);
  }

  public NewContact cellPhone(String number) {
    return phone("cellPhone", number);
  }

  private NewContact phone(String slot, String number) {
    directory.mind(number);
    directory.mind(number.replaceAll("[^0-9]", "").replaceFirst("^0+", ""));
    fields.putObject(slot).put("display", number);
    return this;
  }

  public NewContact workEmail(String address) {
    directory.mind(address);
    return with("workEmail", "\"" + address + "\"");
  }

  /// @param organization the id of the external organization they belong to
  public NewContact at(String organization) {
    fields.putObject("externalOrganization").put("id", organization);
    return this;
  }

  /// The id by which another system knows it. @param source the id of the external source
  public NewContact knownTo(String source, String value) {
    return with(
        "externalIds",
        "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"%s\"}]".formatted(source, value));
  }

  /// Any field of the wire. @param json its value
  public NewContact with(String field, String json) {
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
    return directory.asAdmin().post(FeatureTest.CONTACTS, json()).answers(200).id();
  }
}
