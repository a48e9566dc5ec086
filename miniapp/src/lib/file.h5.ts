import { networkDown } from './api/error';
import type { Answer } from './api/transport';
import type { Form, PickedFile } from './file';

const TIMEOUT_MS = 60_000;

/** Lets the reader take or choose up to `most` photos; silent when they change their mind. */
export function pickPhotos(most: number, onPicked: (files: PickedFile[]) => void): void {
  choose('image/*', most > 1, (files) => onPicked(files.slice(0, most)));
}

/** Lets the reader choose a table (CSV); silent when they change their mind. */
export function pickTable(onPicked: (file: PickedFile) => void): void {
  choose('.csv,.txt,text/csv', false, ([first]) => first !== undefined && onPicked(first));
}

function choose(accept: string, several: boolean, onPicked: (files: PickedFile[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = several;
  input.hidden = true;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.remove();
    if (files.length > 0) onPicked(files.map(picked));
  });
  input.addEventListener('cancel', () => input.remove());
  // Safari opens the question only for an input that is part of the page.
  document.body.appendChild(input);
  input.click();
}

function picked(file: File): PickedFile {
  const isPicture = file.type.startsWith('image/');
  return {
    name: file.name,
    size: file.size,
    preview: isPicture ? URL.createObjectURL(file) : '',
    source: file,
  };
}

/** Sends a form. Throws the network error when there is no answer at all. */
export async function sendForm({ path, headers, fields, file }: Form): Promise<Answer> {
  const form = new FormData();
  // The file goes last, so that the server knows what it is for before it reads it.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file.source as File, file.name);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), TIMEOUT_MS);
  try {
    const answer = await fetch(`${API_BASE}/api/v1${path}`, {
      method: 'POST',
      headers: { accept: 'application/json', ...headers },
      body: form,
      signal: limit.signal,
    });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    throw networkDown();
  } finally {
    clearTimeout(timer);
  }
}
