/// How programs get tokens: the OAuth 2 endpoints, clients, and what tokens say of themselves. What
/// a token opens is decided in `access`, on which this stands.
@NullMarked
package dev.callbook.access.oauth;

import org.jspecify.annotations.NullMarked;
