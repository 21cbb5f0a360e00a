package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.holds;

final class AccessScenarios {
  private AccessScenarios() {}

  @Scenario(needs = {"getTokensMe", "headTokensMe"})
  static void a_token_is_verified(Sdk sdk) throws Exception {
    sdk.tokens().headTokensMe();

    holds(sdk.tokens().getTokensMe(false).getOrganization() != null, "no organization");
  }
}
