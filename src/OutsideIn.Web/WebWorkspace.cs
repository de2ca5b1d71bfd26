using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>The workspace as a web application: the interface under <c>/api</c> and the pages that use it. Loopback only.</summary>
public static class WebWorkspace
{
    private const int PortsTried = 20;

    /// <summary>Builds the workspace; the caller runs it, and reads its address from <c>Urls</c> once it is started.</summary>
    /// <param name="options">Where it keeps its data and how it is reached. Where the port is taken, one of the next is used.</param>
    public static WebApplication Build(WorkspaceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Build(options, RealDiagnosis.Engine);
    }

    internal static WebApplication Build(WorkspaceOptions options, DiagnosisEngine engine)
    {
        // The empty builder: no settings file of whatever folder the command is run in is read.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, FreePort(options.Port));
        });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, options, engine);
        var app = builder.Build();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerFailure,
            SuppressDiagnosticsCallback = static failed => failed.Exception is BadHttpRequestException,
        });
        app.Use(static (context, next) => Guard.Check(context, () => next(context)));
        app.UseResponseCompression();
        app.UseRouting();
        WebRoutes.Map(app);
        return app;
    }

    /// <summary>The settings of JSON at every door of the workspace, the report's included.</summary>
    internal static void SetJson(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
    }

    private static void AddServices(IServiceCollection services, WorkspaceOptions options, DiagnosisEngine engine)
    {
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(Workspace.Open(options.DataFolder, options.Clock));
        services.AddSingleton(engine);
        services.AddSingleton<LogLibrary>();
        services.AddSingleton<UploadDesk>();
        services.AddHostedService<SampleShelf>();
        services.ConfigureHttpJsonOptions(static http => SetJson(http.SerializerOptions));
        services.AddOpenApi(OpenApiShape.Configure);
        services.AddResponseCompression(static compression =>
        {
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    private static async Task AnswerFailure(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is BadHttpRequestException refused)
        {
            var problem = new Problem(ProblemKind.Invalid, "WB005", refused.Message, "Send what /api/openapi.json describes.");
            await (ProblemReply.Of(problem) with { Status = refused.StatusCode }).Write(context);
            return;
        }

        var failure = new Problem(
            ProblemKind.Invalid, "WB006", "The workspace failed at this. Nothing you sent is at fault.",
            "Try again; the terminal that serves the workspace shows what happened.");
        await (ProblemReply.Of(failure) with { Status = StatusCodes.Status500InternalServerError, Title = "The workspace failed" }).Write(context);
    }

    private static int FreePort(int wanted)
    {
        for (var port = wanted; wanted != 0 && port < Math.Min(wanted + PortsTried, IPEndPoint.MaxPort); port++)
        {
            if (IsFree(port))
            {
                return port;
            }
        }

        return 0;
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
