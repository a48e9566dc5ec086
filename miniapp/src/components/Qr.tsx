import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { Picture } from './base';
import './qr.scss';

interface Props {
  /** What the code says. */
  text: string;
  /** What it is for, for screen readers. */
  label: string;
}

/** A QR code on white with its quiet zone, readable in dark as well. */
export function Qr({ text, label }: Props) {
  const src = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    // A GIF is the one picture that both a browser and every WeChat client draw from a data address.
    return code.createDataURL(8, 32);
  }, [text]);
  return <Picture className="qr" src={src} label={label} />;
}
