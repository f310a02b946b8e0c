using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Hosting;

/// <summary>The platform on a store, for commands that are given at the machine and end.</summary>
internal static class OpenStore
{
    public static ServiceProvider At(StoreAddress store, string keys) => new ServiceCollection().AddLogging()
        .AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(keys).AddProgrammes().AddComplaints().AddFacts().AddRegisters().AddReporting().AddIndicators().AddAppeals().AddInspections().AddStore(store).BuildServiceProvider();
}
