// Remembers which operations the SDK called and Callbook answered, as `METHOD path` with its parameters in braces.
// A conflict is an answer too: two operations have, for what a program can bring about, no other.
const answered = new Set();

export function record(client) {
  const callApi = client.callApi.bind(client);
  client.callApi = async (path, method, ...rest) => {
    try {
      const answer = await callApi(path, method, ...rest);
      answered.add(`${method} ${path}`);
      return answer;
    } catch (refusal) {
      if (refusal.status === 409) {
        answered.add(`${method} ${path}`);
      }
      throw refusal;
    }
  };
  return client;
}

export function calls() {
  return [...answered].sort();
}
