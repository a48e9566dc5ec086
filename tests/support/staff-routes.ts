/** Staff's routes of the 议事厅 and of moderation, below /api/v1. */
export const HALL_ROUTES =
  /^\/staff\/(topics|meetings|attendees|assisted|topic-objections|follow-ups|cases|attachments|divisions\/\{code\}\/(topics|halls-todo|hall|hall-roles|owners-imports|topic-objections|follow-ups|cases|attachments))(\/|$)/;

/** Staff's routes of everything that was there before volunteering. */
export const FIRST_ROUTES =
  /^\/staff\/(context|residencies|roles|centres|venues|bookings|closures|pauses|divisions\/\{code\}\/(residencies|roles|audit|centres|todo|approvals|appeals))(\/|$)/;
