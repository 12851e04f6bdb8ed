//! `GET /openapi.json`: what the port answers, as an `OpenAPI` 3.1 description.
//!
//! Each route is added together with what its handler says about itself, so what is described is what is served: without
//! an intake token the description has no intake either. What the refusals have in common is added here.

use axum::Extension;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Components, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, RefOr};
use utoipa::{PartialSchema as _, ToSchema as _};

use super::problem::{self, Document};

/// How the intake token is called in the description.
const INTAKE_TOKEN: &str = "intake_token";

/// The description, as it is sent.
#[derive(Clone, Debug)]
pub(super) struct Description(Bytes);

impl Description {
    /// Completes what was gathered from the routes.
    pub(super) fn new(mut described: OpenApi) -> Self {
        let operations = described.paths.paths.values_mut().flat_map(operations);
        operations.for_each(describe_refusals);
        // A description of numbers and words always becomes JSON.
        Self(serde_json::to_vec(&described).unwrap_or_default().into())
    }
}

#[utoipa::path(
    get,
    path = "/openapi.json",
    operation_id = "description",
    summary = "This description",
    responses((status = 200, description = "An OpenAPI 3.1 document", body = Object))
)]
pub(super) async fn show(Extension(Description(document)): Extension<Description>) -> Response {
    ([(CONTENT_TYPE, "application/json")], document).into_response()
}

/// What stands before the routes.
pub(super) fn preface(has_intake: bool) -> OpenApi {
    let info = InfoBuilder::new()
        .title(env!("CARGO_PKG_NAME"))
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Hands sign-in attempts over to the bridge, and tells what becomes of them. Each connection carries one \
             request. Whatever is refused is a problem document (RFC 9457).",
        ))
        .build();
    let mut components = Components::new();
    components.schemas.insert(Document::name().into_owned(), Document::schema());
    if has_intake {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("What stands in `http.intake_token` of the bridge's config"));
        components.add_security_scheme(INTAKE_TOKEN, SecurityScheme::Http(bearer.build()));
    }
    OpenApiBuilder::new().info(info).components(Some(components)).build()
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post].into_iter().flatten()
}

/// Says that each refusal is a problem document.
fn describe_refusals(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        if status.starts_with(['4', '5']) {
            let problem = Ref::from_schema_name(Document::name());
            let content = ContentBuilder::new().schema(Some(problem)).build();
            response.content.insert(problem::CONTENT_TYPE_VALUE.to_owned(), content.into());
        }
    }
}
