import { Box, Text } from './base';
import './rule-list.scss';

/** Rules in words behind their numbers, as refusals name them. */
export function RuleList({ rules }: { rules: readonly { no: number; title: string; text: string }[] }) {
  return (
    <>
      {rules.map((rule) => (
        <Box key={rule.no} className="row row-top">
          <Text className="rule-no num">{String(rule.no)}</Text>
          <Box className="grow">
            <Text className="strong block">{rule.title}</Text>
            <Text className="t15 quiet block">{rule.text}</Text>
          </Box>
        </Box>
      ))}
    </>
  );
}
