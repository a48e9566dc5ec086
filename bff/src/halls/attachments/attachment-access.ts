/** `public` is shown to everybody, `staff` to staff of the division by a link that expires. */
export const ATTACHMENT_ACCESS = ['public', 'staff'] as const;
export type AttachmentAccess = (typeof ATTACHMENT_ACCESS)[number];
