/// <reference types="@tarojs/taro" />

declare module '*.scss';

/** Origin of the BFF, set at build time; empty on H5, which talks to the origin that served it. */
declare const API_BASE: string;
