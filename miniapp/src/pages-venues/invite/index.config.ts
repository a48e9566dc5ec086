export default definePageConfig({ navigationBarTitleText: '同伴邀请' });
