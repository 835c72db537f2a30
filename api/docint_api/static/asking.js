// How pages of the desk speak to the API: JSON both ways, the page's own token, a sentence for an error.
export const csrf = document.querySelector("meta[name=csrf]").content;

export async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { "X-CSRF-Token": csrf, "Content-Type": "application/json", Accept: "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const told = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(told.detail || told.title);
  return told;
}
