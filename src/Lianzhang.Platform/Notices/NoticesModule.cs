using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Notices;

/// <summary>What people are told: in the inbox, and by e-mail or into a group where that is configured.</summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services, NoticeSettings settings)
    {
        if (settings.Mail is { } mail)
            services.AddSingleton<NoticeChannel>(new MailChannel(mail));
        if (settings.Webhook is { } webhook)
            services.AddSingleton<NoticeChannel>(provider => new WebhookChannel(webhook, provider.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton(settings)
            .AddSingleton<DeliverNotices>()
            .AddSlice<ListNotices, NoticePage, ListNoticesSlice>()
            .AddSlice<CountUnread, UnreadNotices, CountUnreadSlice>()
            .AddSlice<OpenNotice, NoticePlace, OpenNoticeSlice>()
            .AddSlice<MarkNoticesRead, Done, MarkNoticesReadSlice>();
    }

    /// <summary>Sends in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddDelivering(this IServiceCollection services) => services.AddHostedService<DeliverPeriodically>();

    public static void MapNotices(this IEndpointRouteBuilder api) =>
        api.MapGet("/notices", (int? page, int? pageSize, Http http, HttpContext context) => http.Answer(new ListNotices(page ?? 1, pageSize ?? 50), context)).Produces<NoticePage>();
}
