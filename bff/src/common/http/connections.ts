import type { Server, ServerResponse } from 'node:http';

const LOOK_MS = 100;

/**
 * Lets a server that is being closed end as soon as its last answer is out. By itself Node waits a minute or more for a
 * connection on which nothing was ever asked, such as a browser opens in advance.
 *
 * Call before listening. The returned function is called when closing begins, and answers one that ends the watch.
 */
export function watchConnections(server: Server): () => () => void {
  let answering = 0;
  server.on('request', (_request, response: ServerResponse) => {
    answering += 1;
    response.once('close', () => (answering -= 1));
  });
  return () => {
    const timer = setInterval(() => {
      if (answering === 0) server.closeAllConnections();
    }, LOOK_MS);
    return () => clearInterval(timer);
  };
}
