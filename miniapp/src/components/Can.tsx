import type { ReactNode } from 'react';

interface Props<Action extends string> {
  /** The action or permission wanted. */
  do: Action;
  /** What the server allows now. */
  among: readonly Action[] | undefined;
  children: ReactNode;
  /** Shown when it is not allowed; nothing by default. */
  otherwise?: ReactNode;
}

/** Shows its children only when the server allows the action now. */
export function Can<Action extends string>({ do: wanted, among, children, otherwise = null }: Props<Action>) {
  return <>{among?.includes(wanted) ? children : otherwise}</>;
}
