// Remembers which operations the SDK called and Callbook answered, as `METHOD path` with its parameters in braces.
const answered = new Set();

export function record(client) {
  const callApi = client.callApi.bind(client);
  client.callApi = async (path, method, ...rest) => {
    const answer = await callApi(path, method, ...rest);
    answered.add(`${method} ${path}`);
    return answer;
  };
  return client;
}

export function calls() {
  return [...answered].sort();
}
