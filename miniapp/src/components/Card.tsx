import type { ReactNode } from 'react';
import { Box, Heading, Tap, Text } from './base';
import { Icon, type IconName } from './Icon';
import './card.scss';

interface Props {
  children: ReactNode;
  /** Makes the whole card a button. */
  onTap?: () => void;
  /** What the button opens, for screen readers. */
  label?: string;
  className?: string;
  testId?: string;
}

/** A white surface with one subject. */
export function Card({ children, onTap, label, className = '', testId }: Props) {
  if (onTap === undefined) {
    return (
      <Box className={`card ${className}`} testId={testId}>
        {children}
      </Box>
    );
  }
  return (
    <Tap
      className={`card ${className}`}
      onTap={onTap}
      testId={testId}
      spoken={label === undefined ? {} : { label }}
    >
      {children}
    </Tap>
  );
}

/** A part of a page under its heading. */
export function Section({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <Box className="section">
      <Box className="section-head">
        <Heading className="t17 strong">{title}</Heading>
        {more}
      </Box>
      {children}
    </Box>
  );
}

interface RowProps {
  icon?: IconName;
  title: ReactNode;
  detail?: ReactNode;
  /** At the right: a count, a state. */
  value?: ReactNode;
  onTap?: () => void;
  testId?: string;
  label?: string;
}

/** One line of a list card; with `onTap` it opens something and shows an arrow. */
export function ListRow({ icon, title, detail, value, onTap, testId, label }: RowProps) {
  const content = (
    <>
      {icon && <Icon name={icon} large className="list-row-icon" />}
      <Box className="grow">
        <Box className="t15">{title}</Box>
        {detail !== undefined && detail !== null && <Box className="t13 quiet">{detail}</Box>}
      </Box>
      {value !== undefined && <Box className="t13 quiet fixed end">{value}</Box>}
      {onTap && <Icon name="next" className="quiet" />}
    </>
  );
  if (onTap === undefined) {
    return (
      <Box className="list-row" testId={testId}>
        {content}
      </Box>
    );
  }
  return (
    <Tap className="list-row" onTap={onTap} testId={testId} spoken={label === undefined ? {} : { label }}>
      {content}
    </Tap>
  );
}

/** A link in words with an arrow. */
export function TextLink({
  children,
  onTap,
  testId,
}: {
  children: string;
  onTap: () => void;
  testId?: string;
}) {
  return (
    <Tap className="text-link" onTap={onTap} testId={testId}>
      <Text>{children}</Text>
      <Icon name="next" />
    </Tap>
  );
}
