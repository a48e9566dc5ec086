/** Which of the two builds this is; the other branch is dropped by the compiler. */
export const isWeapp = process.env.TARO_ENV === 'weapp';
