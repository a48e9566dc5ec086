import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { keeper } from '../keeper';

/** The patrol was opened in another tab of this browser, which records it now. */
export function OtherTab() {
  return (
    <Card testId="other-tab">
      <Box className="stack stack-3">
        <Text className="t17 strong block">这次巡防在另一个窗口里打开了</Text>
        <Text className="block">
          那个窗口接着记，这里停下了。关掉那个窗口，或点下面的按钮，就在这里接着记。
        </Text>
        <Button kind="primary" wide icon="route" onTap={() => keeper.wake()} testId="record-here">
          在这里接着记
        </Button>
      </Box>
    </Card>
  );
}
