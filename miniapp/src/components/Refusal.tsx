import { Children, type ReactNode } from 'react';
import { asApiError } from '@/lib/api/error';
import { open } from '@/lib/navigate';
import { Box, Text } from './base';
import { Button } from './Button';
import { Icon } from './Icon';
import './refusal.scss';

interface Told {
  message: string;
  rule: { no: number; title: string } | null;
  next: string | null;
  requestId?: string;
}

interface Props {
  /** A thrown error, or a refusal the server told beforehand. */
  error: unknown;
  onRetry?: () => void | Promise<unknown>;
  /** What to do next, as buttons. */
  children?: ReactNode;
}

/** Why something did not happen: what, which rule with its number, what to do next, and the request id in small. */
export function Refusal({ error, onRetry, children }: Props) {
  const told: Told = isTold(error) ? error : asApiError(error);
  const details = isTold(error) ? [] : asApiError(error).details;
  const loginMissing = !isTold(error) && asApiError(error).status === 401;
  return (
    <Box className="refusal" spoken={{ role: 'alert', live: 'assertive' }} testId="refusal">
      <Box className="row row-top">
        <Icon name="alert" className="refusal-icon" />
        <Box className="grow stack stack-1">
          <Text className="strong block">{told.message}</Text>
          {told.rule && (
            <Text className="t13 block">
              依据规则 {told.rule.no}「{told.rule.title}」
            </Text>
          )}
          {details.map((detail) => (
            <Text key={`${detail.field}${detail.message}`} className="t13 block">
              {detail.message}
            </Text>
          ))}
          {told.next && <Text className="t13 block">{told.next}</Text>}
        </Box>
      </Box>
      {(Children.toArray(children).length > 0 || onRetry || loginMissing) && (
        <Box className="refusal-actions">
          {children}
          {loginMissing && (
            <Button icon="person" small onTap={() => open('pages-me/login')} testId="refusal-login">
              登录
            </Button>
          )}
          {onRetry && !loginMissing && (
            <Button icon="refresh" small onTap={onRetry}>
              再试一次
            </Button>
          )}
        </Box>
      )}
      {told.requestId ? <Text className="refusal-id">编号 {told.requestId}</Text> : null}
    </Box>
  );
}

function isTold(error: unknown): error is Told {
  return (
    !(error instanceof Error) &&
    typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    'rule' in error
  );
}
