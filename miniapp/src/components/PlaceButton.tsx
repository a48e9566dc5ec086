import { useState } from 'react';
import { copy } from '@/lib/copy';
import { hasMap, openMap } from '@/lib/map';
import { Button } from './Button';

interface Props {
  name: string;
  address: string;
  /** GCJ-02. */
  location: { latitude: number; longitude: number };
}

/** The way there: WeChat's map, or the address to copy where there is none. */
export function PlaceButton({ name, address, location: { latitude, longitude } }: Props) {
  const [copied, setCopied] = useState(false);
  return hasMap ? (
    <Button icon="place" onTap={() => openMap({ latitude, longitude, name, address })}>
      在地图里打开
    </Button>
  ) : (
    <Button icon={copied ? 'check' : 'copy'} onTap={async () => setCopied(await copy(`${name} ${address}`))}>
      {copied ? '地址已复制' : '复制地址'}
    </Button>
  );
}
