import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { ChoiceSheet, type ChoiceSheetProps } from '@/components/ChoiceField';
import { Icon, type IconName } from '@/components/Icon';

interface SwitcherProps<Value> extends Omit<ChoiceSheetProps<Value>, 'open' | 'onClose'> {
  icon: IconName;
}

/** Where one works, at the head of a page; changes by a tap when there are several places. */
export function Switcher<Value extends string | number>({ icon, ...props }: SwitcherProps<Value>) {
  const [open, setOpen] = useState(false);
  const word = props.options.find((option) => option.value === props.value)?.word ?? '';
  if (props.options.length < 2) {
    return (
      <Box className="row switcher">
        <Icon name={icon} className="quiet" />
        <Text className="t17 strong clip">{word}</Text>
      </Box>
    );
  }
  return (
    <>
      <Tap
        className="row switcher"
        onTap={() => setOpen(true)}
        spoken={{ label: `${word}，换${props.label}` }}
      >
        <Icon name={icon} className="quiet" />
        <Text className="t17 strong clip">{word}</Text>
        <Icon name="down" className="quiet" />
      </Tap>
      <ChoiceSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
