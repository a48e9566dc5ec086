import { Box, Text } from '@/components/base';

/** One fact with its name. */
export function NamedFact({ name, children }: { name: string; children: string }) {
  return (
    <Box className="row row-top fact">
      <Text className="quiet fixed fact-name">{name}</Text>
      <Text className="grow">{children}</Text>
    </Box>
  );
}
