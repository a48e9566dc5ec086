import { rulesInWords, type VenuePolicy } from '@jiefang/shared/venues';
import { Box, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';

interface Props {
  policy: VenuePolicy;
  unitMinutes: number;
  capacity: number;
}

/** The rules as residents will read them, following every change of the form. */
export function RulesPreview({ policy, unitMinutes, capacity }: Props) {
  return (
    <Section title="居民会看到的规则">
      <Card className="card-sunken" testId="rules-preview">
        <Box className="stack stack-2">
          {rulesInWords(policy, unitMinutes, capacity).map(({ no, title, text }) => (
            <Box key={no} className="rule-line">
              <Text className="rule-no num">{no}</Text>
              <Box className="grow">
                <Text className="strong">{title}</Text>
                <Text className="block">{text}</Text>
              </Box>
            </Box>
          ))}
        </Box>
      </Card>
    </Section>
  );
}
