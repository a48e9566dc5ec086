import type { FileType } from './download';

/** Downloads a file by its signed path; `true` when the download has begun. */
export async function openFile(path: string, name: string, fileType: FileType): Promise<boolean> {
  const link = document.createElement('a');
  link.href = path;
  link.download = `${name}.${fileType}`;
  document.body.appendChild(link);
  link.click();
  link.remove();
  return true;
}
